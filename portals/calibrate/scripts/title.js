// The words of what a person clicked as a title.
() => window[Symbol.for("faturista.picked")]?.innerText?.replace(/\s+/g, " ").trim() ?? ""
