import { describeRoom } from '../support/stores/room-suite.js';

describeRoom(import.meta.dirname);
