"""How Markdown becomes the site: Markdown extensions, macros, assets, MkDocs hooks.

Importing this package also keeps the theme from printing its announcement of MkDocs 2 above every
`mkdocs serve`. mkdocs.yml names a function of this package, so it is imported while the file is
read, which is before the theme.
"""

import os

os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
