import { EventEmitter } from 'node:events';

// Keys of the machine's own would make every test ask a real endpoint.
for (const name of Object.keys(process.env)) {
  if (/^(?:SENTRY_(?!API_SCHEMA)|HOLYSHEEP_|OPENAI_)/.test(name)) delete process.env[name];
}
// One Sentry client a test, each with its own handlers of the process.
EventEmitter.defaultMaxListeners = 200;
