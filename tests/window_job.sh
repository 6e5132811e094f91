#!/usr/bin/env bash
# The way through the window from outside: a real X11 window, a window manager, real keys;
# what each key did is read back from the library by the command line.
#   tests/window_job.sh PYTHON FOLDER [COMMAND]
# COMMAND opens the window, too: the end of the README's start command, where that was carried out.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
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

# A screen of its own, with a window manager. The server chooses its number itself: two jobs at once
# would choose the same. Without auto-repeat (-r): a key that the tool leaves down, as was seen on a
# busy machine, is one key and not forty a second. No key reaches a window on a screen that nobody
# manages, so that the manager is waited for.
screen() {
  local number=$folder/screen manager
  rm -f "$number"
  Xvfb -displayfd 5 -screen 0 1440x900x24 -r 5>"$number" >>xvfb.log 2>&1 &
  started+=($!)
  until [ -s "$number" ]; do sleep 0.1; done
  DISPLAY=:$(cat "$number")
  export DISPLAY
  openbox >>openbox.log 2>&1 &
  manager=$!
  started+=("$manager")
  until xdotool get_desktop >/dev/null 2>&1; do
    kill -0 "$manager" 2>/dev/null || { echo "no window manager came up"; cat openbox.log; exit 1; }
    sleep 0.1
  done
}
screen

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
soon() { # COMMAND…: wait up to two seconds
  for _ in $(seq 20); do
    "$@" >/dev/null 2>&1 && return 0
    sleep 0.1
  done
  return 1
}
# What is asked for is read whole before it is looked at: a reader that stops at what it sought
# closes the pipe, and the command before it then ends with a status that is not 0.
has() { grep -q "$2" <<<"$(jiaokan $1)"; } # $1 may be two words
newest() { sed -n 1p <<<"$(jiaokan history "$@")"; }
last() { newest --json | grep -q "\"verb\": *\"$1\""; }
five() { [ "$(jiaokan issues | wc -l)" = 5 ]; }

jiaokan </dev/null >window.log 2>&1 &
window=$!
started+=("$window")
shown() { xdotool search --onlyvisible --name 'Jiaokan|校勘'; }
until_true "a window is shown" shown
until_true "the five sample issues are in it" five
id=$(shown | tail -1)
xdotool windowactivate --sync "$id"

keys() { xdotool key --window "$id" "$@"; }
of_name() { xdotool search --onlyvisible --name "$1"; }
gone() { ! of_name "$1"; }
front() { # NAME: put a dialog in front; tell whether it is
  local there
  there=$(of_name "$1" | tail -1)
  [ -n "$there" ] || return 1
  # A modifier that the tool left down (it was seen on a busy machine) would change every key.
  xdotool keyup alt keyup ctrl keyup shift
  [ "$(xdotool getactivewindow)" = "$there" ] || xdotool windowactivate --sync "$there"
}
# A dialog has a window of its own: the key goes to it, and to nobody once it is closed.
press_until() { # WHAT NAME KEY COMMAND…: press a key in the dialog until something is so
  local what=$1 name=$2 key=$3
  shift 3
  pressed() {
    local there
    "$@" && return 0
    there=$(of_name "$name" | tail -1)
    if [ -n "$there" ]; then
      xdotool windowactivate --sync "$there" || true
      xdotool key --window "$there" "$key"
    fi
    soon "$@"
  }
  until_true "$what" pressed "$@"
}
untagged() { ! has "tag list" topic; }

doubts() { jiaokan articles --where has:doubt --json | grep -o '"doubts": *[0-9]*' | sort; }
before=$(doubts)
accepted() { # the window may not take keys yet
  last accept && return 0
  keys F8 ctrl+Return
  soon last accept
}
until_true "F8 and Ctrl+Enter accept a doubtful line end" accepted
[ "$(doubts)" != "$before" ] || { echo "no doubt went"; exit 1; }

keys ctrl+d
until_true "Ctrl+D marks the article as proofread" has articles proofed1
xdotool mousemove --window "$id" 700 400 click 1
xdotool type --window "$id" "abc"
until_true "typing is saved" last edit
keys ctrl+z
undone() { [ -z "$(jiaokan search abc)" ]; }
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
  soon last move && return 0
  keys Escape # a menu of kinds, where the bar was let go of
  return 1
}
until_true "a block is dragged by its bar" dragged

keys ctrl+t
xdotool type --window "$id" "topic"
keys Return
until_true "a topic is added" has "tag list" topic
keys Escape

keys ctrl+f
xdotool type --window "$id" "tag:topic"
keys Return
# Until the search is carried out the export would be of all: then it is asked for again.
exported() {
  [ "$(cat corpus.jsonl | wc -l)" = 1 ] && return 0
  rm -f corpus.jsonl
  of_name '^Export$' || { xdotool windowactivate --sync "$id"; keys ctrl+e; }
  soon of_name '^Export$' && front '^Export$' && xdotool key Return
  soon gone '^Export$' && soon test -s corpus.jsonl && [ "$(wc -l <corpus.jsonl)" = 1 ]
}
until_true "Ctrl+E and Enter export what was searched, and no more" exported
until_true "the export is closed" gone '^Export$'
grep -q '"tags": *\["topic"\]' corpus.jsonl
echo "ok: what the search found was exported, with its topic"
# The hit was opened: the first Esc leads back to the results, the second leaves them.
xdotool windowactivate --sync "$id"
keys Escape Escape

# The list of the journal is filled behind the window: each try begins with it closed.
back() {
  untagged && return 0
  keys ctrl+shift+h Down Tab space
  soon untagged && return 0
  keys ctrl+shift+h
  return 1
}
until_true "the journal goes back to the step before the topic" back
keys ctrl+shift+z
until_true "and redo brings the topic back" has "tag list" topic
keys ctrl+shift+h

# A file is chosen and imported. In dialogs keys come as from a keyboard, to the window in front: a
# dialog takes no mnemonic that is only sent to it.
cat >"$folder/seven.txt" <<'PAGE'
社区晨报 2025年7月7日 第7期 第1版

一座新桥通车

　　昨天上午，新桥正式通车，沿线居
民出行时间缩短一半。

　　桥长三百米。
PAGE
chooser='^Import files$'
keys ctrl+i
until_true "Ctrl+I opens the import" of_name '^Import$'
asked() {
  of_name "$chooser" && return 0
  front '^Import$' && xdotool key alt+f
  soon of_name "$chooser"
}
until_true "Alt+F asks for files" asked
# Qt's own chooser takes the first Enter for its list of completions, the next for itself; where a
# key of the name was lost it says so in a box, which an Enter closes, and the name is typed again.
chosen() {
  local there
  gone "$chooser" && return 0
  if front "$chooser"; then
    xdotool key ctrl+a
    xdotool type --delay 40 "$folder/seven.txt"
  fi
  for _ in 1 2 3; do
    there=$(of_name "$chooser" | tail -1)
    [ -z "$there" ] || xdotool key Return
    soon gone "$chooser" && return 0
  done
  return 1
}
until_true "a file is chosen by its name" chosen
six() { [ "$(jiaokan issues | wc -l)" = 6 ]; }
report='^Report of the import$'
reported() { # an Enter more, while the dialog is closing, would be the window's
  of_name "$report" && return 0
  front '^Import$' && xdotool key Return
  soon of_name "$report"
}
until_true "Enter imports it, and the report is shown" reported
until_true "it is in the library" six
until_true "the import is closed" gone '^Import$'
press_until "Esc leaves the report" "$report" Escape gone "$report"
until_true "what was imported is found" has "search 新桥正式通车" seven.txt
xdotool windowactivate --sync "$id"
keys ctrl+z
five_again() { five && newest | grep -q undone; }
until_true "Ctrl+Z takes the import back" five_again
keys ctrl+y
until_true "Ctrl+Y brings it again" six

# The settings: the theme is the first field, and what is chosen is kept at once.
kept() { grep -q "\"theme\": *\"$1\"" "$XDG_CONFIG_HOME/jiaokan/settings.json"; }
keys ctrl+comma
until_true "Ctrl+, opens the settings" of_name '^Settings$'
themed() { # NAME LETTER KEY…: by the letter with which it begins, else by the keys of a list
  local name=$1 letter=$2
  shift 2
  kept "$name" && return 0
  front '^Settings$' || return 1
  xdotool keyup Alt_L keyup Control_L keyup Shift_L key alt+t key "$letter"
  soon kept "$name" && return 0
  xdotool key --window "$(of_name '^Settings$' | tail -1)" "$@"
  soon kept "$name"
}
until_true "the dark theme is chosen, and kept" themed dark d Home Down Down
until_true "and the light one" themed light l Home Down
press_until "Esc leaves the settings" '^Settings$' Escape gone '^Settings$'
xdotool windowactivate --sync "$id"

keys F1
until_true "F1 shows all keys" of_name '^All keys$'
press_until "Esc leaves them" '^All keys$' Escape gone '^All keys$'

xdotool windowactivate --sync "$id"
keys F9
keys ctrl+q || true # the window may be gone before the key comes up
for _ in $(seq 60); do
  kill -0 "$window" 2>/dev/null || break
  sleep 0.5
done
wait "$window"
grep -rq '"source": *true' "$XDG_CONFIG_HOME" || { echo "that F9 opened the source is not kept"; exit 1; }
echo "ok: F9 opened the source, which is open at the next start"
jiaokan check

# The other ways in: each brings the same window up, which its key closes. Each on a fresh screen: X
# gives the ids of windows again, and keys that were left down stay so. Of one that does not end it
# is told where each of its threads stands.
there() { kill -0 "$window" 2>/dev/null; }
quit() { # press Ctrl+Q in the window, for up to half a minute, until the program is gone
  local here
  for _ in $(seq 15); do
    there || return 0
    here=$(shown | tail -1)
    [ -z "$here" ] || xdotool windowactivate --sync "$here" key --window "$here" ctrl+q || true
    for _ in $(seq 20); do
      there || return 0
      sleep 0.1
    done
  done
  return 1
}
opens() { # WHAT COMMAND…
  local what=$1
  shift
  screen
  PYTHONFAULTHANDLER=1 "$@" </dev/null >>window.log 2>&1 &
  window=$!
  started+=("$window")
  until_true "$what brings the window up" shown
  if quit; then
    wait "$window" || { echo "$what ended with $?"; cat window.log; exit 1; }
    echo "ok: Ctrl+Q closes it"
    return
  fi
  echo "did not happen: Ctrl+Q closes $what; the windows that are shown:"
  of_name '.*' || true
  kill -ABRT "$window" || true
  wait "$window" || true
  cat window.log
  exit 1
}
bin=$(dirname "$python")
opens "python main.py" "$python" "$root/main.py"
opens "jiaokan" "$bin/jiaokan"
opens "jiaokan-window" "$bin/jiaokan-window"
[ -z "${3:-}" ] || opens "the README's start command" bash -c "$3"
jiaokan check
echo "the way through the window is done"
