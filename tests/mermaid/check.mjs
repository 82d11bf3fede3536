// Reads Mermaid text on standard input and has Mermaid's own parser read it; exit 1 where it cannot.
// Set up once: npm install --prefix tests/mermaid
// Then:        pmark plan FILE --gantt | node tests/mermaid/check.mjs
import { readFileSync } from "node:fs";
import { JSDOM } from "jsdom";

// Mermaid cleans titles with DOMPurify, which wants a document.
const { window } = new JSDOM("");
Object.assign(globalThis, { window, document: window.document });
const { default: mermaid } = await import("mermaid");

try {
  const { diagramType } = await mermaid.parse(readFileSync(0, "utf8"));
  console.log(`ok: ${diagramType}`);
} catch (error) {
  console.error(`${error.message ?? error}`);
  process.exitCode = 1;
}
