import type { MailFolder } from '../delivery/mail-folder.js';
import { parseMessage } from './eml-parser.js';

/**
 * Returns the newest mail to an address as its recipient would read it, with its links. Only for a user who may read the folder: the API
 * masks the links. Undefined if there is none.
 */
export async function newestMail(
  folder: MailFolder,
  address: string,
): Promise<{ readonly subject: string; readonly text: string } | undefined> {
  for (const id of await folder.ids()) {
    const source = await folder.read(id);
    if (source === undefined) continue;
    const { headers, text } = await parseMessage(source);
    const valueOf = (name: string): string => headers.find((header) => header.name === name)?.value ?? '';
    const isForAddress = valueOf('To').toLowerCase().includes(address.toLowerCase());
    if (isForAddress) return { subject: valueOf('Subject'), text };
  }
  return undefined;
}
