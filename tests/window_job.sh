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
unset JIAOKAN_LIBRARY QT_QPA_PLATFORM WAYLAND_DISPLAY

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
until_true() { # WHAT COMMAND…: wait up to a minute, then say what did not happen
  local what=$1
  shift
  for _ in $(seq 120); do
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

xdotool key --window "$id" ctrl+d
until_true "Ctrl+D marks the article as proofread" has articles proofed1
xdotool mousemove --window "$id" 700 400 click 1
sleep 0.5
xdotool type --window "$id" "abc"
until_true "typing is saved" last edit
xdotool key --window "$id" ctrl+z
undone() { jiaokan search abc | grep -q . && return 1 || return 0; }
until_true "Ctrl+Z takes it back" undone
xdotool key --window "$id" Return
until_true "Enter splits" last split
xdotool key --window "$id" BackSpace
until_true "Backspace at the head joins" last join
xdotool key --window "$id" ctrl+t
sleep 0.5
xdotool type --window "$id" "topic"
xdotool key --window "$id" Return
until_true "a topic is added" has "tag list" topic
xdotool key --window "$id" ctrl+q || true # the window may be gone before the key comes up
for _ in $(seq 60); do
  kill -0 "$window" 2>/dev/null || break
  sleep 0.5
done
wait "$window"
jiaokan check
echo "the way through the window is done"
