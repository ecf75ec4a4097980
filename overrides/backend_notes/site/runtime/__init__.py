"""Build what "Run in the page" loads: Python, packages, and a list of the programs.

    packages.toml → requirements.lock → wheels → archives of bytecode → assets/runtime/<version>/

Everything that takes long is cached outside the checkout, under a name made of what went in.
"""
