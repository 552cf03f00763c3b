// The page at `/`: runs what is in the text area and shows what happens.
'use strict';

const by = (id) => document.getElementById(id);
let session = null;
let stop = null;

function element(name, text, parent) {
  const made = document.createElement(name);
  made.textContent = text;
  parent.append(made);
  return made;
}

function headers(more) {
  const token = by('token').value.trim();
  return token ? { ...more, Authorization: `Bearer ${token}` } : more;
}

// A request of this server's; what is wrong with it is thrown as the server's own words.
async function ask(path, options) {
  const response = await fetch(path, { ...options, headers: headers(options.headers ?? {}) });
  if (response.ok) return response;
  if (response.status === 401) by('door').hidden = false;
  const problem = await response.json().catch(() => ({}));
  throw new Error(problem.detail ?? `the server answered with status ${response.status}`);
}

function post(path, body, more) {
  const sent = { method: 'POST', body: JSON.stringify(body), ...more };
  return ask(path, { ...sent, headers: { 'Content-Type': 'application/json', ...more?.headers } });
}

// Text goes as text, what is no UTF-8 as base 64.
async function content(file) {
  const bytes = new Uint8Array(await file.arrayBuffer());
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    let text = '';
    for (let at = 0; at < bytes.length; at += 0x8000) text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
    return { $type: 'bytes', value: btoa(text) };
  }
}

async function request() {
  const files = {};
  for (const file of by('upload').files) files[file.name] = await content(file);
  return { code: by('code').value, files };
}

// The events of a stream, each as its name and its data.
async function* events(response) {
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  for (;;) {
    const { value, done } = await reader.read();
    if (done) return;
    text += value;
    const parts = text.split('\n\n');
    text = parts.pop();
    for (const part of parts) {
      const fields = Object.fromEntries(part.split('\n').map((line) => line.split(/: (.*)/s, 2)));
      if (fields.event) yield [fields.event, JSON.parse(fields.data)];
    }
  }
}

function show(id, text) {
  by(id).textContent = text;
  by(`${id}-part`).hidden = text === '';
}

function clear() {
  for (const id of ['value', 'output', 'error', 'notes', 'files', 'bill']) show(id, '');
}

function bytes(count) {
  return count < 1024 ? `${count} B` : count < 1 << 20 ? `${(count / 1024).toFixed(1)} KiB` : `${(count / (1 << 20)).toFixed(1)} MiB`;
}

function list(id, texts) {
  for (const text of texts) element('li', text, by(id));
  by(`${id}-part`).hidden = texts.length === 0;
}

function written(stream, text) {
  const part = element('span', text, by('output'));
  part.className = stream;
  by('output-part').hidden = false;
}

function finished(outcome) {
  const limit = outcome.limit && `the limit on ${outcome.limit.kind}, ${outcome.limit.limit}, was exhausted`;
  by('status').textContent = limit ? `${outcome.status}: ${limit}` : outcome.status;
  show('value', outcome.repr);
  show('error', outcome.error ? outcome.error.traceback : '');
  const hint = outcome.error?.hint ? [outcome.error.hint] : [];
  const denials = outcome.denials.map((denial) => `line ${denial.line}: ${denial.reason}`);
  list('notes', [...hint, ...denials, ...outcome.warnings]);
  for (const file of outcome.files) {
    const item = element('li', `${file.path}, ${bytes(file.size)} `, by('files'));
    if (file.uri) element('button', 'Download', item).addEventListener('click', () => download(file).catch(failed));
  }
  by('files-part').hidden = outcome.files.length === 0;
  const { fuel, wall_us, memory_peak_bytes, output_bytes } = outcome.usage;
  const bill = [
    ['fuel', `${fuel.toLocaleString('en')} units`],
    ['time', `${(wall_us / 1000).toFixed(2)} ms`],
    ['memory', bytes(memory_peak_bytes)],
    ['output', bytes(output_bytes)],
    ['isolation', outcome.isolation],
  ];
  for (const line of bill) {
    const row = element('tr', '', by('bill'));
    for (const cell of line) element('td', cell, row);
  }
  by('bill-part').hidden = false;
}

// A link would not carry the token.
async function download(file) {
  const response = await ask(file.uri, {});
  const link = document.createElement('a');
  link.href = URL.createObjectURL(await response.blob());
  link.download = file.path.split('/').pop();
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

function failed(error) {
  by('status').textContent = error.name === 'AbortError' ? 'stopped' : error.message;
}

async function run() {
  if (stop) return;
  stop = new AbortController();
  document.body.dataset.running = 'yes';
  by('run').disabled = true;
  by('stop').disabled = false;
  by('status').textContent = 'running';
  clear();
  try {
    if (by('keep').checked && !session) {
      session = (await (await post('/v1/sessions', {})).json()).id;
      by('forget').disabled = false;
    }
    const path = by('keep').checked ? `/v1/sessions/${session}/run` : '/v1/run';
    const more = { headers: { Accept: 'text/event-stream' }, signal: stop.signal };
    let last = false;
    for await (const [name, data] of events(await post(path, await request(), more))) {
      if (name === 'outcome') finished(data);
      else if (name === 'problem') throw new Error(data.detail);
      else written(name, data.text);
      last = name === 'outcome';
    }
    if (!last) throw new Error('the server broke off');
  } catch (error) {
    failed(error);
  }
  stop = null;
  by('run').disabled = false;
  by('stop').disabled = true;
  document.body.dataset.running = 'no';
}

async function forget() {
  const old = session;
  session = null;
  by('forget').disabled = true;
  if (old) await ask(`/v1/sessions/${old}`, { method: 'DELETE' });
}

by('run').addEventListener('click', run);
by('stop').addEventListener('click', () => stop?.abort());
by('forget').addEventListener('click', () => forget().catch(failed));
by('upload').addEventListener('change', () => {
  by('given').textContent = '';
  for (const file of by('upload').files) element('li', `${file.name}, ${bytes(file.size)}`, by('given'));
});
by('code').addEventListener('keydown', (event) => {
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    run();
  }
});
