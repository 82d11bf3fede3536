"""Write the JSON Schemas beside this file: `python docs/schema/make.py`."""

import json
from pathlib import Path

from pmark_tui.store.schema_files import KINDS, file_name, schema_of

FOLDER = Path(__file__).parent


def files() -> dict[Path, str]:
    """Every schema by its path."""
    return {
        FOLDER / file_name(kind): json.dumps(schema_of(kind), ensure_ascii=False, indent=1) + "\n"
        for kind in KINDS
    }


if __name__ == "__main__":
    for path, text in files().items():
        path.write_text(text, encoding="utf-8", newline="\n")
