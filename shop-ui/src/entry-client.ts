import { openApp } from 'ui-common/open-app';
import { createWebHistory } from 'vue-router';
import './styles';
import { shop } from './create-shop-app';

void openApp(shop(createWebHistory()));
