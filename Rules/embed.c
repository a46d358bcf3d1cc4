// Every .json of this folder, one line each; a test compares the list with the folder.
#include "rules.h"

#define RULE_FILES(FILE) \
  FILE(units, "vocabulary/units.json") \
  FILE(relations, "vocabulary/relations.json") \
  FILE(columns, "vocabulary/columns.json") \
  FILE(cells, "vocabulary/cells.json") \
  FILE(rule_names, "vocabulary/rule-names.json") \
  FILE(check_words, "checks/words.json") \
  FILE(check_parameters, "checks/parameters.json") \
  FILE(comparison_words, "comparison/words.json") \
  FILE(comparison_parameters, "comparison/parameters.json") \
  FILE(ranking, "comparison/ranking.json") \
  FILE(guangxi, "packs/guangxi.json") \
  FILE(hubei_2020, "packs/hubei-2020.json") \
  FILE(literal, "packs/literal.json") \
  FILE(mof_2020_10, "packs/mof-2020-10.json") \
  FILE(mof_2021_101, "packs/mof-2021-101.json") \
  FILE(pidu_2026, "packs/pidu-2026.json") \
  FILE(sichuan, "packs/sichuan.json") \
  FILE(strict, "packs/strict.json") \
  FILE(xinjiang, "packs/xinjiang.json") \
  FILE(schema_sheets, "schemas/sheets.json") \
  FILE(schema_scores, "schemas/scores.json") \
  FILE(schema_findings, "schemas/findings.json") \
  FILE(schema_comparison, "schemas/comparison.json") \
  FILE(schema_what_if, "schemas/what-if.json")

static const unsigned char units[] = {
#embed "vocabulary/units.json"
};
static const unsigned char relations[] = {
#embed "vocabulary/relations.json"
};
static const unsigned char columns[] = {
#embed "vocabulary/columns.json"
};
static const unsigned char cells[] = {
#embed "vocabulary/cells.json"
};
static const unsigned char rule_names[] = {
#embed "vocabulary/rule-names.json"
};
static const unsigned char check_words[] = {
#embed "checks/words.json"
};
static const unsigned char check_parameters[] = {
#embed "checks/parameters.json"
};
static const unsigned char comparison_words[] = {
#embed "comparison/words.json"
};
static const unsigned char comparison_parameters[] = {
#embed "comparison/parameters.json"
};
static const unsigned char ranking[] = {
#embed "comparison/ranking.json"
};
static const unsigned char guangxi[] = {
#embed "packs/guangxi.json"
};
static const unsigned char hubei_2020[] = {
#embed "packs/hubei-2020.json"
};
static const unsigned char literal[] = {
#embed "packs/literal.json"
};
static const unsigned char mof_2020_10[] = {
#embed "packs/mof-2020-10.json"
};
static const unsigned char mof_2021_101[] = {
#embed "packs/mof-2021-101.json"
};
static const unsigned char pidu_2026[] = {
#embed "packs/pidu-2026.json"
};
static const unsigned char sichuan[] = {
#embed "packs/sichuan.json"
};
static const unsigned char strict[] = {
#embed "packs/strict.json"
};
static const unsigned char xinjiang[] = {
#embed "packs/xinjiang.json"
};

static const unsigned char schema_sheets[] = {
#embed "schemas/sheets.json"
};
static const unsigned char schema_scores[] = {
#embed "schemas/scores.json"
};
static const unsigned char schema_findings[] = {
#embed "schemas/findings.json"
};

static const unsigned char schema_comparison[] = {
#embed "schemas/comparison.json"
};
static const unsigned char schema_what_if[] = {
#embed "schemas/what-if.json"
};

static const struct {
  const char *name;
  const unsigned char *bytes;
  size_t count;
} files[] = {
#define ROW(symbol, path) {path, symbol, sizeof symbol},
    RULE_FILES(ROW)
};

static const size_t file_count = sizeof files / sizeof files[0];

const char *jixiao_rule_file_name(size_t index) {
  return index < file_count ? files[index].name : NULL;
}
const unsigned char *jixiao_rule_file_bytes(size_t index) {
  return index < file_count ? files[index].bytes : NULL;
}
size_t jixiao_rule_file_count(size_t index) {
  return index < file_count ? files[index].count : 0;
}
