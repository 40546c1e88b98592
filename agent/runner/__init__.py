"""Plan (pure), launch, settle, close, fetch: the one place where rooms meet."""
