/** Writes the software bill of materials of what is deployed: CycloneDX, in JSON. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { billOfMaterials } from './bill-of-materials';

const FOLDER = join(__dirname, '../dist');

async function main(): Promise<void> {
  const bill = await billOfMaterials();
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(join(FOLDER, 'sbom.json'), `${JSON.stringify(bill, null, 2)}\n`);
  process.stdout.write(`dist/sbom.json, ${bill.components.length} packages\n`);
}

void main();
