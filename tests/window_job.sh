#!/usr/bin/env bash
# The way through the window from outside: a real X11 window, a window manager, real keys;
# what each key did is read back from the library by the command line.
#   tests/window_job.sh PYTHON FOLDER
set -euo pipefail
python=$1
folder=$2/window
mkdir -p "$folder"
cd "$folder"
export XDG_DATA_HOME=$folder/data XDG_CONFIG_HOME=$folder/config XDG_CACHE_HOME=$folder/cache
export JIAOKAN_LANG=en JIAOKAN_ACTOR=tester
export HOME=$folder
unset JIAOKAN_LIBRARY QT_QPA_PLATFORM XDG_CURRENT_DESKTOP
export WAYLAND_DISPLAY=gone # the window must come up on X all the same

started=()
finish() {
  for pid in "${started[@]}"; do kill "$pid" 2>/dev/null || true; done
}
trap finish EXIT

for number in $(seq 81 99); do
  [ -e "/tmp/.X11-unix/X$number" ] || break
done
export DISPLAY=:$number
Xvfb "$DISPLAY" -screen 0 1440x900x24 >xvfb.log 2>&1 &
started+=($!)
until xdotool getdisplaygeometry >/dev/null 2>&1; do sleep 0.2; done
openbox >openbox.log 2>&1 &
started+=($!)

jiaokan() { "$python" -m reader "$@"; }
until_true() { # WHAT COMMAND…: wait up to half a minute, then say what did not happen
  local what=$1
  shift
  for _ in $(seq 60); do
    if "$@" >/dev/null 2>&1; then
      echo "ok: $what"
      return
    fi
    sleep 0.5
  done
  echo "did not happen: $what"
  cat window.log
  jiaokan history || true
  exit 1
}
has() { jiaokan $1 | grep -q "$2"; } # $1 may be two words
last() { jiaokan history --json | grep -o '"verb": *"[^"]*"' | head -1 | grep -q "\"$1\""; }
five() { [ "$(jiaokan issues | wc -l)" = 5 ]; }

jiaokan </dev/null >window.log 2>&1 &
window=$!
started+=("$window")
shown() { xdotool search --onlyvisible --name 'Jiaokan|校勘'; }
until_true "a window is shown" shown
until_true "the five sample issues are in it" five
id=$(shown | tail -1)
xdotool windowactivate --sync "$id"
sleep 1

keys() { xdotool key --window "$id" "$@"; }
of_name() { xdotool search --onlyvisible --name "$1"; }
gone() { ! of_name "$1"; }
# A dialog has a window of its own: the key goes to it, and to nobody once it is closed.
press_until() { # WHAT NAME KEY COMMAND…: press a key in the dialog until something is so
  local what=$1 name=$2 key=$3
  shift 3
  pressed() {
    local there
    "$@" && return 0
    there=$(of_name "$name" | tail -1)
    if [ -n "$there" ]; then
      xdotool windowactivate "$there" || true
      sleep 0.2
      xdotool key --window "$there" "$key"
    fi
    sleep 1
    "$@"
  }
  until_true "$what" pressed "$@"
}
untagged() { ! has "tag list" topic; }

doubts() { jiaokan articles --where has:doubt --json | grep -o '"doubts": *[0-9]*' | sort; }
before=$(doubts)
keys F8
sleep 0.5
keys ctrl+Return
until_true "F8 and Ctrl+Enter accept a doubtful line end" last accept
[ "$(doubts)" != "$before" ] || { echo "no doubt went"; exit 1; }

keys ctrl+d
until_true "Ctrl+D marks the article as proofread" has articles proofed1
xdotool mousemove --window "$id" 700 400 click 1
sleep 0.5
xdotool type --window "$id" "abc"
until_true "typing is saved" last edit
keys ctrl+z
undone() { jiaokan search abc | grep -q . && return 1 || return 0; }
until_true "Ctrl+Z takes it back" undone
keys Return
until_true "Enter splits" last split
keys BackSpace
until_true "Backspace at the head joins" last join

# A block is dragged by its bar in the gutter, which stands left of the text; how far down the bars
# are depends on the article, so that it is tried from above.
xdotool mousemove --window "$id" 700 400 click 1
down=200
dragged() {
  last move && return 0
  down=$((down + 40))
  [ "$down" -lt 700 ] || down=220
  xdotool mousemove --window "$id" 414 "$down" mousedown 1
  for step in 10 40 80 130; do
    xdotool mousemove --window "$id" 414 $((down + step))
    sleep 0.1
  done
  xdotool mouseup 1
  sleep 0.5
  last move && return 0
  keys Escape # a menu of kinds, where the bar was let go of
  return 1
}
until_true "a block is dragged by its bar" dragged

keys ctrl+t
sleep 0.5
xdotool type --window "$id" "topic"
keys Return
until_true "a topic is added" has "tag list" topic
keys Escape

keys ctrl+f
sleep 0.5
xdotool type --window "$id" "tag:topic"
keys Return
sleep 1
keys ctrl+e
until_true "Ctrl+E opens the export" of_name '^Export$'
press_until "Enter exports" '^Export$' Return test -s "$folder/corpus.jsonl"
until_true "the export is closed" gone '^Export$'
[ "$(wc -l <corpus.jsonl)" = 1 ] || { echo "more than what was searched went out"; exit 1; }
grep -q '"tags": *\["topic"\]' corpus.jsonl
echo "ok: what the search found was exported, with its topic"
# The hit was opened: the first Esc leads back to the results, the second leaves them.
sleep 1
keys Escape
sleep 1
keys Escape
sleep 1

# The system's chooser is not driven from here: Qt's own takes Enter for its list of completions.
keys ctrl+shift+h
sleep 1
keys Down
sleep 0.5
keys Tab
sleep 0.5
keys space
until_true "the journal goes back to the step before the topic" untagged
keys ctrl+shift+z
until_true "and redo brings the topic back" has "tag list" topic
keys ctrl+shift+h
sleep 0.5

keys F1
until_true "F1 shows all keys" of_name '^All keys$'
press_until "Esc leaves them" '^All keys$' Escape gone '^All keys$'

xdotool windowactivate --sync "$id"
keys F9
sleep 2
keys ctrl+q || true # the window may be gone before the key comes up
for _ in $(seq 60); do
  kill -0 "$window" 2>/dev/null || break
  sleep 0.5
done
wait "$window"
grep -rq '"source": *true' "$XDG_CONFIG_HOME" || { echo "that F9 opened the source is not kept"; exit 1; }
echo "ok: F9 opened the source, which is open at the next start"
jiaokan check
echo "the way through the window is done"
