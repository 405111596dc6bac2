import 'vuetify/styles/layers';
import 'virtual:pre-hydration-sheet.css';
import 'vuetify/styles/core';
import 'ui-common/styles/fonts';
import 'ui-common/styles/base';
import './base.css';
import './layout.css';
