extension Phrase {
  /// "cannot open shared object file" in the languages of the GNU C library's po/ folder (2.42).
  ///
  /// dlerror(3) translates this, for programs that chose a language by setlocale(3); Python does not of its own accord,
  /// and ld.so never does. Words about symbols and versions are not translated. What else is, is not known here.
  static let glibcTranslations: [Phrase] = cannotOpen.map { words in
    Phrase(words, .glibc, object: .required) { reading in
      let reason = reading.cursor.reason() ?? .other("")
      // The reason is in that language, too. A name without a folder is looked for in many, and found in none of them.
      return reading.object?.contains("/") == true ? .unopenable(reason) : .missingLibrary
    }
  }

  private static let cannotOpen: [String] = [
    "не ўдалося адкрыць супольны аб'ектны файл",  // be
    "не може да се отвори файлът със споделения обект",  // bg
    "no s’ha pogut obrir el fitxer d’objecte compartit",  // ca
    "sdílený objektový soubor nelze otevřít",  // cs
    "kan ikke åbne delt objektfil",  // da
    "Kann die Shared-Object-Datei nicht öffnen",  // de
    "ne eblas malfermi komunan objektdosieron",  // eo
    "no se puede abrir el fichero del objeto compartido",  // es
    "jaettua objektitiedostoa ei voi avata",  // fi
    "Ne peut ouvrir le fichier d'objet partagé",  // fr
    "non se pode abrir un ficheiro de obxecto compartido",  // gl
    "nije moguće otvoriti datoteku zajedničkog objekta",  // hr
    "nem nyitható meg a megosztott objektumfájl",  // hu
    "impossibile de aperir un file de objecto condivise",  // ia
    "tidak dapat membuka berkas objek terbagi",  // id
    "impossibile aprire il file oggetto condiviso",  // it
    "共有オブジェクトファイルを開けません",  // ja
    "გაზიარებული ობიექტების ფაილის გახსნა შეუძლებელია",  // ka
    "동적 오브젝트 파일을 열 수 없습니다",  // ko
    "nepavyko atverti bendrojo objekto failo",  // lt
    "kan gedeeld objectbestand niet openen",  // nl
    "nie można otworzyć pliku obiektu dzielonego",  // pl
    "impossível abrir ficheiro-objecto partilhado",  // pt
    "não é possível abrir arquivo compartilhado",  // pt_BR
    "nu se poate deschide fișierul obiect partajat",  // ro
    "невозможно открыть разделяемый объектный файл",  // ru
    "nie je možné otvoriť súbor zdieľaného objektu",  // sk
    "deljene predmetne datoteke ni mogoče odpreti",  // sl
    "не могу да отворим датотеку дељеног објекта",  // sr
    "kan inte öppna delad objektfil",  // sv
    "paylaşımlı nesne dosyası açılamıyor",  // tr
    "не вдалося відкрити файл об’єктів спільного використання",  // uk
    "không thể mở tập tin đối tượng dùng chung",  // vi
    "无法打开共享目标文件",  // zh_CN
    "無法開啟共用物件",  // zh_TW
  ]
}
