"""Publishing a version of the site on the branch that GitLab Pages serves."""
