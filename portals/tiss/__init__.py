"""TISS XML, no browser: lotes of guias out, the operadora's demonstrativos in."""
