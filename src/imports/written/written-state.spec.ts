import { GST_STATES } from '../../rules/places/gst-states.js';
import { writtenState } from './written-state.js';

it.each([
  ['Karnataka', '29'],
  ['KARNATAKA', '29'],
  ['कर्नाटक', '29'],
  ['KA', '29'],
  ['ka', '29'],
  ['29', '29'],
  ['9', '09'],
  ['Jammu & Kashmir', '01'],
  ['tamil  nadu', '33'],
  ['Atlantis', 'Atlantis'],
  ['99', '99'],
])('reads %s as %s in India', (text, state) => {
  expect(writtenState(text, 'INR')).toBe(state);
});

it('leaves the states of other countries as they are', () => {
  expect(['GA', 'Punjab', '9'].map((text) => writtenState(text, 'USD'))).toEqual(['GA', 'Punjab', '9']);
});

it('reads the letters, codes and names of every state', () => {
  for (const [code, { en, hi }] of Object.entries(GST_STATES))
    expect([code, en, hi].map((text) => writtenState(text, 'INR'))).toEqual([code, code, code]);
});
