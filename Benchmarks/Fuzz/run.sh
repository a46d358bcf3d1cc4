#!/usr/bin/env bash
# Fuzzes the container readers, each for a while, from the fixtures as seeds.
#
# usage: Benchmarks/Fuzz/run.sh [SECONDS] [READER]...
#
# SECONDS (60) for each reader; all of them where none is named. The build and what is found go to .build/fuzz. Exit 1 where an
# input crashes a reader, takes 5 seconds of processor time or 1 GiB; it is named and kept. Links the libFuzzer that comes with
# the toolchain. SANITIZE=fuzzer,address finds reads outside of memory too, in a build that takes 20 minutes instead of 10.
set -euo pipefail
cd "$(dirname "$0")/../.."
seconds=${1:-60}
[ $# -gt 0 ] && shift
readers=("$@")
[ ${#readers[@]} -gt 0 ] || readers=(docx xlsx zip html pdf text csv json gzip)
place=.build/fuzz
mkdir -p "$place"
# Where the library is trapped it says so itself; the backtracer would take minutes.
export JIXIAO_FUZZ=1 SWIFT_BACKTRACE=enable=no
sanitize=${SANITIZE:-fuzzer}
build=$place/build-${sanitize/,/-}
swift build -c release --scratch-path "$build" --product Fuzz -Xswiftc "-sanitize=$sanitize" -Xswiftc -use-ld=lld
fuzz=$build/release/Fuzz
# The address sanitizer keeps freed memory for a while, and takes what Swift never frees for leaks.
export ASAN_OPTIONS=detect_leaks=0:quarantine_size_mb=16
memory=1024 slow=5
[ "$sanitize" = fuzzer ] || memory=3072 slow=20

seed() {
  local reader=$1 to=$2 number=0 file
  while IFS= read -r file; do
    number=$((number + 1))
    case $reader in
      docx) unzip -p "$file" word/document.xml ;;
      xlsx) unzip -p "$file" xl/worksheets/sheet1.xml ;;
      # The reader is handed what stands behind these bytes, which it puts there itself.
      zip) tail -c +5 "$file" ;;
      gzip) gzip -c "$file" | tail -c +3 ;;
      *) cat "$file" ;;
    esac > "$to/$number" || true
  done
}

status=0
for reader in "${readers[@]}"; do
  corpus=$place/$reader
  mkdir -p "$corpus"
  case $reader in
    zip) kinds=(-name '*.docx' -o -name '*.xlsx') ;;
    text | gzip) kinds=(-name '*.txt') ;;
    pdf) kinds=(-name '*.bbox') ;;
    *) kinds=(-name "*.$reader") ;;
  esac
  find Tests/Fixtures Tests/JixiaoDocumentsTests/Golden \( "${kinds[@]}" \) -type f -size -200k | sort | seed "$reader" "$corpus"
  if [ "$reader" = pdf ]; then
    {
      echo '<page width="600" height="800">'
      x=20
      for word in 一级指标 二级指标 三级指标 指标值 分值; do
        echo "<word xMin=\"$x\" yMin=\"100\" xMax=\"$((x + 40))\" yMax=\"110\">$word</word>"
        x=$((x + 100))
      done
      x=20
      for word in 产出指标 数量指标 培训次数 ≥5次 10; do
        echo "<word xMin=\"$x\" yMin=\"130\" xMax=\"$((x + 40))\" yMax=\"140\">$word</word>"
        x=$((x + 100))
      done
      echo '</page>'
    } > "$corpus/page"
  fi
  echo "== $reader"
  READER=$reader "$fuzz" -max_total_time="$seconds" -timeout=120 -report_slow_units=$slow -rss_limit_mb=$memory -max_len=32768 \
    -print_final_stats=1 -artifact_prefix="$place/$reader-" "$corpus" 2>&1 | grep -E 'ERROR|SUMMARY|Test unit written|stat::(number_of_executed|peak)|fatal|Fatal' || true
  # A busy machine is no slow reader: what took long is read once more by itself, in processor time.
  for unit in "$place/$reader"-timeout-* "$place/$reader"-slow-unit-*; do
    [ -e "$unit" ] || continue
    if (ulimit -t $slow && READER=$reader "$fuzz" "$unit" > /dev/null 2>&1); then rm "$unit"; else echo "slow: $unit"; fi
  done
  if compgen -G "$place/$reader-[crashtimeoutslow]*-*" > /dev/null; then status=1; fi
done
exit $status
