import { measureBlocking } from './blocking.js';
import { measureCapture } from './capture.js';
import { measureEconomy } from './economy.js';
import { measureRules } from './rules.js';

const PARTS: Record<string, () => void | Promise<void>> = {
  rules: measureRules,
  capture: measureCapture,
  blocking: measureBlocking,
  economy: measureEconomy,
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !Object.hasOwn(PARTS, name));
if (unknown.length > 0) {
  console.error(`There is no ${unknown.join(', ')}; there are ${Object.keys(PARTS).join(', ')}.`);
  process.exit(2);
}
for (const name of wanted.length > 0 ? wanted : Object.keys(PARTS)) await PARTS[name]?.();
