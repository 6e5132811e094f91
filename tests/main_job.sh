#!/usr/bin/env bash
# The main job on the five sample pages, with an installed jiaokan, from another folder.
#   tests/main_job.sh JIAOKAN FOLDER
set -euo pipefail
jiaokan=$1
folder=$2
seeds=$(cd "$(dirname "$0")/../seeds" && pwd)
export JIAOKAN_LIBRARY=$folder/job/library.db XDG_DATA_HOME=$folder/data XDG_CONFIG_HOME=$folder/config
export JIAOKAN_LANG=en JIAOKAN_ACTOR=tester
mkdir -p "$folder/job"
cd "$folder"
"$jiaokan" import "$seeds" >job/import.txt || true
[ "$(grep -c '^imported' job/import.txt)" = 5 ]
[ "$("$jiaokan" issues | wc -l)" = 5 ]
"$jiaokan" articles >job/articles.txt
[ "$(wc -l <job/articles.txt)" -ge 10 ]
"$jiaokan" search --json 新泾镇 | grep -q '"total"'
"$jiaokan" tag add 会议 --where 工作会议
"$jiaokan" tag list | grep -q 会议
"$jiaokan" undo
[ -z "$("$jiaokan" tag list | grep 会议 || true)" ]
"$jiaokan" redo
for format in txt md jsonl csv; do
  "$jiaokan" export --format "$format" --out "job/$format"
  [ -f "job/$format/manifest.json" ]
done
cp -r job/jsonl job/before
"$jiaokan" export --format jsonl --out job/jsonl
diff -r job/before job/jsonl
"$jiaokan" check
"$jiaokan" backup job/copy.db
"$jiaokan" --library job/restored.db restore job/copy.db
"$jiaokan" --library job/restored.db check
for page in "$seeds"/*.txt; do "$jiaokan" repair "$page" --format json --seams >/dev/null; done
echo "the main job is done"
