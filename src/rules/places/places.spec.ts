import { GST_STATES, gstStateCodes, stateOfGstin, stateTaxName } from './gst-states.js';
import { placeLine, stateName } from './place-line.js';

describe('states of the GST', () => {
  it('have two digits and a name of their own in each language', () => {
    const states = Object.entries(GST_STATES);
    expect(states).toHaveLength(36);
    for (const [code] of states) expect(code).toMatch(/^\d\d$/);
    for (const language of ['en', 'hi'] as const)
      expect(new Set(states.map(([, name]) => name[language])).size).toBe(states.length);
  });

  it('are listed by their names', () => {
    expect(gstStateCodes('en').slice(0, 3)).toEqual(['35', '37', '12']);
    expect(new Set(gstStateCodes('hi'))).toEqual(new Set(Object.keys(GST_STATES)));
  });

  it.each([
    ['29AAGCB7383J1Z4', '29'],
    ['', null],
    ['DE123456789', null],
  ])('are the first digits of the GSTIN %j', (gstin, state) => {
    expect(stateOfGstin(gstin)).toBe(state);
  });
});

it.each([
  ['29', 'SGST'],
  // Delhi and Puducherry have legislatures, and SGST acts of their own.
  ['07', 'SGST'],
  ['34', 'SGST'],
  ['04', 'UTGST'],
  ['38', 'UTGST'],
  [null, 'SGST'],
])('the half of the state %j is the %s', (state, name) => {
  expect(stateTaxName(state)).toBe(name);
});

describe('placeLine', () => {
  it.each([
    [{ city: 'Bengaluru', postalCode: '560003' }, 'Bengaluru 560003'],
    [{ city: 'Bengaluru', postalCode: '560003', state: '29' }, 'Bengaluru 560003, Karnataka'],
    [{ city: 'Austin', postalCode: '78701', state: 'TX' }, 'Austin 78701, TX'],
    [{ city: '', postalCode: '', state: '29' }, 'Karnataka'],
    [{ city: 'Pune', postalCode: '', state: null }, 'Pune'],
    [{ city: '', postalCode: '' }, ''],
  ])('writes %j', (place, line) => {
    expect(placeLine(place)).toBe(line);
  });

  it('names states in Hindi', () => {
    expect(placeLine({ city: 'बेंगलुरु', postalCode: '560003', state: '29' }, 'hi')).toBe('बेंगलुरु 560003, कर्नाटक');
    expect(stateName('Bayern', 'hi')).toBe('Bayern');
  });
});
