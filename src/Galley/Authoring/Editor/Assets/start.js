// Decap would start by itself. It waits until the page has registered its own format and fields.
window.CMS_MANUAL_INIT = true;
