"""Forty invented requesters, as many cultures as forty names can hold; some surnames are ordinary English words."""

from __future__ import annotations

from typing import NamedTuple


class Name(NamedTuple):
    """Title, forename and surname as the requester writes them."""

    title: str
    first: str
    last: str

    @property
    def full(self) -> str:
        """Return forename and surname."""
        return f"{self.first} {self.last}"


NAMES = (
    Name("Ms", "Chidinma", "Okwuosa"),
    Name("Mr", "Kwabena", "Asante-Boadi"),
    Name("Mrs", "Folasade", "Adeyinka"),
    Name("Mr", "Abdirahman", "Warsame"),
    Name("Ms", "Selam", "Tesfamariam"),
    Name("Mr", "Tendai", "Mukwashi"),
    Name("Ms", "Nomvula", "Dlamini"),
    Name("Mr", "Harpreet", "Sidhu"),
    Name("Mrs", "Meenakshi", "Raghunathan"),
    Name("Mr", "Tanvir", "Chowdhury"),
    Name("Ms", "Zubaida", "Qureshi"),
    Name("Mr", "Ruwan", "Wickramasinghe"),
    Name("Mr", "Bao", "Nguyen"),
    Name("Ms", "Xiaoling", "Zheng"),
    Name("Mr", "Kai Ming", "Ng"),
    Name("Ms", "Soo-jin", "Paik"),
    Name("Mr", "Haruto", "Nakagawa"),
    Name("Mrs", "Marisol", "Dela Cruz"),
    Name("Mr", "Wiremu", "Tamahori"),
    Name("Ms", "Layla", "Al-Khatib"),
    Name("Mr", "Darius", "Farrokhzad"),
    Name("Ms", "Şebnem", "Yıldırım"),
    Name("Mr", "Rojin", "Baran"),
    Name("Ms", "Oksana", "Hrytsenko"),
    Name("Mr", "Łukasz", "Wójcik"),
    Name("Mrs", "Ruxandra", "Dobrescu"),
    Name("Ms", "Živilė", "Petrauskaitė"),
    Name("Mr", "Bence", "Szabó"),
    Name("Ms", "Eleni", "Papadimitriou"),
    Name("Mr", "João", "da Conceição"),
    Name("Ms", "Itziar", "Echeverría"),
    Name("Mr", "Søren", "Kjærgaard"),
    Name("Ms", "Annelies", "van der Velden"),
    Name("Mr", "Jürgen", "Müller-Hofmann"),
    Name("Ms", "Aoife", "Ní Dhomhnaill"),
    Name("Mr", "Dafydd", "ap Gwilym"),
    Name("Mrs", "Morag", "MacAskill"),
    Name("Mr", "Declan", "O'Rourke"),
    Name("Ms", "Rose", "Marsh"),
    Name("Mr", "Winston", "Young"),
)
