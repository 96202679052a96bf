// Asks LEADPANTHER_API_URL who is calling, again and again, and does nothing else: each time over a connection of its own, as a create does.
// node ask.cjs TIMES CONCURRENCY
const http = require('http');

const [, , times, concurrency] = process.argv.map(Number);
const url = `${process.env.LEADPANTHER_API_URL}/me`;
const options = { agent: false, headers: { authorization: `Bearer ${process.env.LEADPANTHER_API_KEY}` } };
let left = times;

function ask() {
  return new Promise((done, fail) => {
    http.get(url, options, answer => {
      if (answer.statusCode !== 200) fail(new Error(`${url} answered ${answer.statusCode}.`));
      answer.resume().on('end', done);
    }).on('error', fail);
  });
}

async function work() {
  while (left-- > 0) await ask();
}

Promise.all(Array.from({ length: concurrency }, work)).catch(problem => {
  console.error(problem);
  process.exit(1);
});
