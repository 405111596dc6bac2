import { describe, expect, it } from 'vitest';
import { addressOf, draftOf, missingFields, readAddress } from './address';

const asha = {
  name: 'Asha Rao',
  phone: '98450 12345',
  line1: '14, Temple Street',
  city: 'Bengaluru',
  postalCode: '560004',
};

describe('addresses', () => {
  it('addressOf trims the fields and omits an empty second line and state', () => {
    expect(addressOf(draftOf({ ...asha, name: ' Asha Rao ', line2: '  ' }))).toEqual(asha);
    const more = { ...asha, line2: 'Near the well', state: '27' };
    expect(addressOf(draftOf(more))).toEqual(more);
  });

  it('missingFields lists blank fields except the second line', () => {
    expect(missingFields(draftOf({ ...asha, phone: ' ', city: '' }))).toEqual(['phone', 'city']);
    expect(missingFields(draftOf(asha))).toEqual([]);
  });

  it('readAddress keeps only valid fields', () => {
    expect(readAddress({ ...asha, phone: 5, more: 'x' })).toEqual({
      name: 'Asha Rao',
      line1: '14, Temple Street',
      city: 'Bengaluru',
      postalCode: '560004',
    });
    expect(readAddress('Temple Street')).toBeUndefined();
  });
});
