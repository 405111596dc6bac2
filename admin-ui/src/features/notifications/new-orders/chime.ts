/** Frequencies of the two notes, in hertz, and how long each is heard. */
const NOTES_HZ = [880, 1174.66];
const NOTE_S = 0.18;
const VOLUME = 0.2;

let context: AudioContext | undefined;

/** Returns true if this tab may make a sound: browsers allow it after the first press or key in a page. */
export async function canChime(): Promise<boolean> {
  context ??= new AudioContext();
  // A context that is not allowed stays suspended, and its promise may never settle.
  if (context.state === 'suspended') await Promise.race([context.resume(), nextTask()]);
  return context.state === 'running';
}

/** Plays two short notes, if this tab may. */
export async function chime(): Promise<void> {
  if (!(await canChime()) || context === undefined) return;
  for (const [i, frequency] of NOTES_HZ.entries())
    playNote(context, frequency, context.currentTime + i * NOTE_S);
}

function playNote(audio: AudioContext, frequency: number, start: number): void {
  const oscillator = new OscillatorNode(audio, { frequency });
  const gain = new GainNode(audio, { gain: 0 });
  // The note swells and fades, so that it does not click.
  gain.gain.setValueAtTime(0, start);
  gain.gain.linearRampToValueAtTime(VOLUME, start + NOTE_S / 6);
  gain.gain.exponentialRampToValueAtTime(VOLUME / 100, start + 2 * NOTE_S);
  oscillator.connect(gain).connect(audio.destination);
  oscillator.start(start);
  oscillator.stop(start + 2 * NOTE_S);
}

function nextTask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 100));
}
