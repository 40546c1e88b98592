"""The screens of Solus Web Prestador, one file each; `screen` is what they have in common."""
