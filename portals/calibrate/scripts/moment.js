// A moment in which the page may tell what was clicked.
(ms) => new Promise((done) => setTimeout(done, ms))
