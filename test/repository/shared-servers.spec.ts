import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const TEST_FOLDER = join(import.meta.dirname, '..');
const SPECS = readdirSync(TEST_FOLDER, { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith('.e2e-spec.ts'),
);

it.each(SPECS)('%s uses either a shared server or servers of its own', (file) => {
  const text = readFileSync(join(TEST_FOLDER, file), 'utf8');
  expect(text.includes('useSharedServer(') && text.includes('startServer(')).toBe(false);
});
