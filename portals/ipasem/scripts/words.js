// What a person reads on this page.
() => document.body.innerText
