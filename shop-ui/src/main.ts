import { openApp } from 'ui-common/open-app';
import { createWebHistory } from 'vue-router';
import './styles';
import { shop } from './shop';

void openApp(shop(createWebHistory()));
