#!/usr/bin/env bash
# Makes one object of a static library: what nothing calls is left out, and every name but those of the interface.
# slim.sh FROM TO. On a Mac the architecture is that of the library; elsewhere GNU ld and objcopy are taken.
set -euo pipefail
from="${1:?usage: slim.sh FROM TO}" to="${2:?usage: slim.sh FROM TO}"
names=(ratebook_ask ratebook_drop ratebook_interface ratebook_load ratebook_rest)
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
if [ "$(uname)" = Darwin ]; then
    printf '_%s\n' "${names[@]}" >"$folder/names"
    arch="$(lipo -archs "$from")"
    ld -r -arch "$arch" -exported_symbols_list "$folder/names" "${names[@]/#/-u_}" -o "$folder/ratebook.o" "$from"
    strip -S -x "$folder/ratebook.o"
    libtool -static -o "$to" "$folder/ratebook.o"
    exit
fi
# Rust puts each function into a section of its own; a section's header costs as much as a small function.
cat >"$folder/merge.ld" <<'LD'
SECTIONS {
  .text : { *(.text .text.*) }
  .rodata : { *(.rodata .rodata.*) }
  .data.rel.ro : { *(.data.rel.ro .data.rel.ro.*) }
  .data : { *(.data .data.*) }
  .tdata : { *(.tdata .tdata.*) }
  .tbss : { *(.tbss .tbss.*) }
  .bss : { *(.bss .bss.*) }
  .gcc_except_table : { *(.gcc_except_table .gcc_except_table.*) }
  .eh_frame : { *(.eh_frame) }
  .init_array : { *(.init_array .init_array.*) }
}
LD
ld -r "${names[@]/#/--undefined=}" -T "$folder/merge.ld" -o "$folder/ratebook.o" "$from"
objcopy "${names[@]/#/--keep-global-symbol=}" --strip-unneeded --remove-section=.llvmbc --remove-section=.comment "$folder/ratebook.o"
rm -f "$to"
ar rcs "$to" "$folder/ratebook.o"
