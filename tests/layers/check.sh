#!/bin/sh
# check.sh SOURCE_ROOT: a layer includes only itself and the layers above it in DESIGN §4, and only src/tui knows curses.
set -eu
cd "$1"
layers='base text conf corpus annotate claims store library theme output view tui app'
failed=0 passed=0
above=''
for layer in $layers; do
    above="$above $layer"
    for file in $(find "src/$layer" "include/whosaid/$layer" -name '*.[ch]' -o -name '*.def' 2>/dev/null); do
        passed=$((passed + 1))
        for used in $(sed -n 's/^ *# *include "whosaid\/\([a-z]*\)\/.*/\1/p' "$file"); do
            case " $above " in
            *" $used "*) ;;
            *) echo "$file: layer $layer may not include $used"; failed=$((failed + 1)) ;;
            esac
        done
    done
done
for file in $(grep -lE '# *include *<(n?curses|ncursesw/|term\.h)' -r src include | grep -v '^src/tui/' || true); do
    echo "$file: only src/tui may include curses"
    failed=$((failed + 1))
done
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
