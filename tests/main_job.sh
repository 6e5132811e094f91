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
grep -q '"total"' <<<"$("$jiaokan" search --json 新泾镇)"
"$jiaokan" tag add 会议 --where 工作会议
grep -q 会议 <<<"$("$jiaokan" tag list)"
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

# The restore drill: damage the library, see it found, put the backup back, and have the same content;
# then rescue what can be read of the damaged one, and rebuild a library from the export alone.
drill=$folder/job/drill.db
cp job/copy.db "$drill"
python3 - "$drill" <<'PYTHON'
import sys
with open(sys.argv[1], "r+b") as file:
    data = file.read()
    at = data.rfind("新泾镇".encode()) + 2  # one letter: SQLite finds nothing wrong with it
    file.seek(at)
    file.write(bytes([data[at] ^ 1]))
PYTHON
if "$jiaokan" --library "$drill" check >job/damaged.txt; then echo "the damage was not found"; exit 1; fi
"$jiaokan" --library "$drill" rescue job/rescued || [ $? = 1 ]
[ "$(ls job/rescued/pages | wc -l)" = 5 ]
"$jiaokan" --library "$drill" restore job/copy.db
"$jiaokan" --library "$drill" check
"$jiaokan" --library "$drill" export --format jsonl --out job/drilled
diff job/before/articles.jsonl job/drilled/articles.jsonl
diff job/before/furniture.jsonl job/drilled/furniture.jsonl
"$jiaokan" --library job/rebuilt.db restore job/before
"$jiaokan" --library job/rebuilt.db check
[ "$("$jiaokan" --library job/rebuilt.db articles | cut -f3,7 | sort)" = "$(cut -f3,7 job/articles.txt | sort)" ]
"$jiaokan" doctor >/dev/null

for page in "$seeds"/*.txt; do "$jiaokan" repair "$page" --format json --seams >/dev/null; done
echo "the main job is done"
