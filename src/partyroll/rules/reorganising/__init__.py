"""Plans that reorganise units: everything that stands against one is found before it begins."""
