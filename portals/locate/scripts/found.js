// One element that form.js found, or null when the page has forgotten it.
({ slot, panel, place, field }) => window[Symbol.for("faturista.found")]?.get(slot)?.[panel]?.[place]?.[field] ?? null
