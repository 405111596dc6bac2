import 'vuetify/styles/layers';
import 'virtual:early-sheet.css';
import 'vuetify/styles/core';
import './fonts.css';
import './base.css';
import './layout.css';
