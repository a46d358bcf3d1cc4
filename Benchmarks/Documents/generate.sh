#!/bin/sh
# Writes a docx of many sheets or an xlsx of many rows for timing: generate.sh docx SHEETS OUT | xlsx ROWS OUT
# Ten indicators a sheet, merged level cells, titles and heads; the same bytes of XML everywhere. Needs awk and zip.
set -eu
[ $# -eq 3 ] || { echo "usage: generate.sh docx SHEETS OUT | xlsx ROWS OUT" >&2; exit 2; }
kind=$1 count=$2
case $3 in /*) out=$3 ;; *) out=$PWD/$3 ;; esac
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
mkdir -p _rels
office=http://schemas.openxmlformats.org/officeDocument/2006/relationships
types() {
  printf '<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>' > '[Content_Types].xml'
  while [ $# -gt 0 ]; do
    printf '<Override PartName="%s" ContentType="application/vnd.openxmlformats-officedocument.%s+xml"/>' "$1" "$2" >> '[Content_Types].xml'
    shift 2
  done
  printf '</Types>' >> '[Content_Types].xml'
}
root() {
  printf '<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="%s/officeDocument" Target="%s"/></Relationships>' "$office" "$1" > _rels/.rels
}
rm -f "$out"
if [ "$kind" = docx ]; then
  types /word/document.xml wordprocessingml.document.main
  root word/document.xml
  mkdir word
  awk -v sheets="$count" '
    function p(t) { return "<w:p><w:pPr><w:jc w:val=\"center\"/><w:rPr><w:sz w:val=\"18\"/></w:rPr></w:pPr><w:r><w:rPr><w:rFonts w:hint=\"eastAsia\"/><w:sz w:val=\"18\"/></w:rPr><w:t>" t "</w:t></w:r></w:p>" }
    function tc(t, pr) { return "<w:tc><w:tcPr><w:tcW w:w=\"1000\" w:type=\"dxa\"/>" pr "</w:tcPr>" p(t) "</w:tc>" }
    function span(n) { return "<w:gridSpan w:val=\"" n "\"/>" }
    function down(first) { return first ? "<w:vMerge w:val=\"restart\"/>" : "<w:vMerge/>" }
    BEGIN {
      printf "<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>"
      for (s = 1; s <= sheets; s++) {
        printf "%s%s<w:tbl><w:tblPr/><w:tblGrid/>", p("项目支出绩效自评表"), p("（2024年度）")
        printf "<w:tr>%s%s</w:tr>", tc("项目名称", span(2)), tc("示例项目" s, span(7))
        printf "<w:tr>%s%s%s%s</w:tr>", tc("主管部门", span(2)), tc("示例县财政局", span(3)), tc("实施单位", span(2)), tc("示例单位" s, span(2))
        printf "<w:tr>%s%s%s%s%s%s%s%s%s</w:tr>", tc("一级指标"), tc("二级指标"), tc("三级指标"), tc("指标性质"), tc("指标值"), tc("度量单位"), tc("分值"), tc("实际完成值"), tc("得分")
        for (i = 0; i < 10; i++)
          printf "<w:tr>%s%s%s%s%s%s%s%s%s</w:tr>", tc(i < 6 ? "产出指标" : "效益指标", down(i == 0 || i == 6)), tc(i < 3 ? "数量指标" : i < 6 ? "质量指标" : "社会效益指标", down(i % 3 == 0)), tc("第" s "表培训项目完成情况" i), tc(i % 3 ? "≥" : "="), tc(80 + i), tc("%"), tc(10), tc(85 + i "%"), tc(9.5)
        printf "</w:tbl>%s", p("说明：本表由单位填报。")
      }
      printf "</w:body></w:document>"
    }' > word/document.xml
elif [ "$kind" = xlsx ]; then
  types /xl/workbook.xml spreadsheetml.sheet.main /xl/worksheets/sheet1.xml spreadsheetml.worksheet \
    /xl/sharedStrings.xml spreadsheetml.sharedStrings /xl/styles.xml spreadsheetml.styles
  root xl/workbook.xml
  mkdir -p xl/worksheets xl/_rels
  main=http://schemas.openxmlformats.org/spreadsheetml/2006/main
  printf '<workbook xmlns="%s" xmlns:r="%s"><sheets><sheet name="自评表" sheetId="1" r:id="rId1"/></sheets></workbook>' "$main" "$office" > xl/workbook.xml
  printf '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="%s/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="%s/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="rId3" Type="%s/styles" Target="styles.xml"/></Relationships>' "$office" "$office" "$office" > xl/_rels/workbook.xml.rels
  printf '<styleSheet xmlns="%s"><fonts><font/></fonts><fills><fill/></fills><borders><border/></borders><cellStyleXfs><xf/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="9"/><xf numFmtId="2"/></cellXfs></styleSheet>' "$main" > xl/styles.xml
  awk -v rows="$count" -v main="$main" '
    BEGIN {
      n = split("项目支出绩效自评表（2024年度）,项目名称,主管部门,示例县财政局,实施单位,一级指标,二级指标,三级指标,指标性质,指标值,度量单位,分值,实际完成值,得分,产出指标,效益指标,数量指标,质量指标,社会效益指标,≥,=,%", word, ",")
      strings = "xl/sharedStrings.xml"; sheet = "xl/worksheets/sheet1.xml"
      printf "<sst xmlns=\"%s\">", main > strings
      for (i = 1; i <= n; i++) printf "<si><t>%s</t></si>", word[i] > strings
      next_ = n
      printf "<worksheet xmlns=\"%s\"><sheetData>", main > sheet
      r = 0; merges = 0
      for (s = 1; s * 10 <= rows; s++) {
        row(1); cell("A", 1); end(); merge("A" r ":I" r)
        row(1); cell("A", 2); own("C", "示例项目" s); end(); merge("A" r ":B" r); merge("C" r ":I" r)
        row(1); cell("A", 3); cell("C", 4); cell("F", 5); own("H", "示例单位" s); end(); merge("A" r ":B" r); merge("C" r ":E" r); merge("F" r ":G" r); merge("H" r ":I" r)
        row(1); for (i = 0; i < 9; i++) cell(substr("ABCDEFGHI", i + 1, 1), 6 + i); end()
        for (i = 0; i < 10; i++) {
          row(1)
          if (i == 0 || i == 6) cell("A", i ? 16 : 15)
          if (i % 3 == 0) cell("B", i < 3 ? 17 : i < 6 ? 18 : 19)
          own("C", "第" s "表培训项目完成情况" i); cell("D", i % 3 ? 20 : 21); number("E", 80 + i, 0); cell("F", 22)
          number("G", 10, 0); number("H", (85 + i) / 100, 1); number("I", 9.5, 2)
          end()
        }
        merge("A" (r - 9) ":A" (r - 4)); merge("A" (r - 3) ":A" r)
        merge("B" (r - 9) ":B" (r - 7)); merge("B" (r - 6) ":B" (r - 4)); merge("B" (r - 3) ":B" (r - 1))
      }
      printf "</sheetData><mergeCells>" > sheet
      close("merges")
      while ((getline line < "merges") > 0) printf "<mergeCell ref=\"%s\"/>", line > sheet
      printf "</mergeCells></worksheet>" > sheet
      printf "</sst>" > strings
    }
    function row(x) { r++; printf "<row r=\"%d\">", r > sheet }
    function end() { printf "</row>" > sheet }
    function cell(c, i) { printf "<c r=\"%s%d\" t=\"s\"><v>%d</v></c>", c, r, i - 1 > sheet }
    function own(c, t) { printf "<si><t>%s</t></si>", t > strings; printf "<c r=\"%s%d\" t=\"s\"><v>%d</v></c>", c, r, next_++ > sheet }
    function number(c, v, s) { printf "<c r=\"%s%d\" s=\"%d\"><v>%s</v></c>", c, r, s, v > sheet }
    function merge(range) { print range > "merges" }'
  rm -f merges
else
  echo "unknown kind $kind: docx or xlsx" >&2
  exit 2
fi
zip -q -X -r "$out" '[Content_Types].xml' _rels "$([ "$kind" = docx ] && echo word || echo xl)"
