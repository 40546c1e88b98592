// A moment in which the page may tell what was clicked; the words of the element that a person took for a title.
(ms) => new Promise((done) => setTimeout(done, ms))
