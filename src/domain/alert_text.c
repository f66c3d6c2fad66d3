/* What an alert says: what is needed to decide, in the fewest words. */
#include <time.h>

#include "base/arena.h"
#include "domain/alert.h"

enum { LANGUAGES = 4 };
static const char *const codes[LANGUAGES] = {"es", "en", "fr", "pt"};

static const char *const words[LANGUAGES][ALERT_WORDS] = {
    {"Abrir",
     "Aceptar",
     "Silenciar 8 h",
     "Parar",
     "Para no recibir más alertas por correo",
     "Trabajo de hoy: %lld proyectos",
     "Alerta de prueba",
     "Así llegarán las alertas que pediste.",
     "Tu código de Faena",
     "El código para confirmar esta dirección es %s. Vale una hora. Si no lo pediste, no hagas nada.",
     "Listo: aquí llegarán tus alertas.",
     "Ese código no vale o ya venció. Pide otro en Faena, en Alertas.",
     "Silencio por 8 horas.",
     "No llegarán más alertas por aquí. Puedes activarlas otra vez en Faena.",
     "Aceptado: es tuyo. Ábrelo para empezar.",
     "Ese trabajo ya no está.",
     "Esta alerta no es tuya.",
     "Escribe ALTA y tu código para conectar, SILENCIO para 8 horas sin alertas, BAJA para parar.",
     "Aviso de %s, de guardia: hay trabajo urgente.",
     "%s busca quien le cubra una guardia.",
     "Trabajo reservado para la cuadrilla.",
     "Semana casi sin trabajo",
     "En los próximos 7 días se ve para ti menos de %lld h de trabajo; quieres %lld h. Es una previsión: puede llegar "
     "más.",
     "Tu cobro",
     "Se te pagaron %s. Referencia: %s",
     "No se pagaron %s y están otra vez en tu saldo. Motivo: %s"},
    {"Open",
     "Accept",
     "Mute 8 h",
     "Stop",
     "To get no more alerts by mail",
     "Work today: %lld projects",
     "Test alert",
     "This is how the alerts you asked for will arrive.",
     "Your Faena code",
     "The code that confirms this address is %s. It is good for an hour. If you did not ask for it, do nothing.",
     "Done: your alerts will arrive here.",
     "That code is wrong or too old. Get another in Faena, under Alerts.",
     "Silent for 8 hours.",
     "No more alerts will arrive here. You can switch them on again in Faena.",
     "Accepted: it is yours. Open it to begin.",
     "That work is gone.",
     "This alert is not yours.",
     "Write JOIN and your code to connect, MUTE for 8 hours without alerts, STOP to end them.",
     "From %s, on watch: there is urgent work.",
     "%s is looking for somebody to take over a watch.",
     "Work reserved for your crew.",
     "A week with hardly any work",
     "For the next 7 days less than %lld h of work is in sight for you; you wish for %lld h. This is a forecast: more "
     "may come.",
     "Your payout",
     "%s was paid to you. Reference: %s",
     "%s was not paid and is in your balance again. Reason: %s"},
    {"Ouvrir",
     "Accepter",
     "Silence 8 h",
     "Arrêter",
     "Pour ne plus recevoir d'alertes par courriel",
     "Travail du jour : %lld projets",
     "Alerte d'essai",
     "Voici comment arriveront les alertes que vous avez demandées.",
     "Votre code Faena",
     "Le code qui confirme cette adresse est %s. Il est valable une heure. Si vous ne l'avez pas demandé, ne faites "
     "rien.",
     "C'est fait : vos alertes arriveront ici.",
     "Ce code est faux ou trop ancien. Demandez-en un autre dans Faena, sous Alertes.",
     "Silence pendant 8 heures.",
     "Plus aucune alerte n'arrivera ici. Vous pouvez les réactiver dans Faena.",
     "Accepté : il est à vous. Ouvrez-le pour commencer.",
     "Ce travail n'est plus là.",
     "Cette alerte n'est pas la vôtre.",
     "Écrivez JOINDRE et votre code pour connecter, SILENCE pour 8 heures sans alertes, STOP pour arrêter.",
     "Message de %s, de garde : il y a du travail urgent.",
     "%s cherche quelqu'un pour reprendre une garde.",
     "Travail réservé à votre équipe.",
     "Une semaine presque sans travail",
     "Pour les 7 prochains jours, moins de %lld h de travail sont en vue pour vous ; vous en souhaitez %lld. C'est une "
     "prévision : il peut en venir davantage.",
     "Votre paiement",
     "%s vous ont été payés. Référence : %s",
     "%s n'ont pas été payés et sont de nouveau dans votre solde. Motif : %s"},
    {"Abrir",
     "Aceitar",
     "Silenciar 8 h",
     "Parar",
     "Para não receber mais alertas por e-mail",
     "Trabalho de hoje: %lld projetos",
     "Alerta de teste",
     "É assim que chegarão os alertas que você pediu.",
     "Seu código do Faena",
     "O código que confirma este endereço é %s. Vale uma hora. Se você não o pediu, não faça nada.",
     "Pronto: seus alertas chegarão aqui.",
     "Esse código não vale ou já venceu. Peça outro no Faena, em Alertas.",
     "Silêncio por 8 horas.",
     "Não chegarão mais alertas por aqui. Você pode ativá-los de novo no Faena.",
     "Aceito: é seu. Abra para começar.",
     "Esse trabalho já não está lá.",
     "Este alerta não é seu.",
     "Escreva ENTRAR e seu código para conectar, SILENCIO para 8 horas sem alertas, PARAR para encerrar.",
     "Aviso de %s, de plantão: há trabalho urgente.",
     "%s procura quem cubra um plantão.",
     "Trabalho reservado para a equipe.",
     "Semana quase sem trabalho",
     "Nos próximos 7 dias há menos de %lld h de trabalho à vista para você; você quer %lld h. É uma previsão: pode "
     "chegar mais.",
     "Seu pagamento",
     "%s foram pagos a você. Referência: %s",
     "%s não foram pagos e estão de novo no seu saldo. Motivo: %s"},
};

enum sentence { TASKS_ONE, TASKS_MANY, HOUR, HOUR_ABOUT, PRICE, UNTIL, HELD, WHILE };
static const char *const sentences[LANGUAGES][8] = {
    {"1 tarea: ", "%lld tareas: ", "%s por hora", "unos %s por hora (aún sin medir)", "%s por tarea", "hasta las %s",
     "reservado para ti hasta las %s", "mientras quede trabajo"},
    {"1 task: ", "%lld tasks: ", "%s an hour", "about %s an hour (not measured yet)", "%s a task", "until %s",
     "held for you until %s", "while there is work"},
    {"1 tâche : ", "%lld tâches : ", "%s de l'heure", "environ %s de l'heure (pas encore mesuré)", "%s par tâche",
     "jusqu'à %s", "réservé pour vous jusqu'à %s", "tant qu'il y a du travail"},
    {"1 tarefa: ", "%lld tarefas: ", "%s por hora", "cerca de %s por hora (ainda sem medir)", "%s por tarefa", "até %s",
     "reservado para você até %s", "enquanto houver trabalho"},
};

static int language_of(str language) {
    for (int i = 1; i < LANGUAGES; i++)
        if (str_is(language, codes[i])) return i;
    return 0;
}

const char *alert_word(str language, enum alert_word word) { return words[language_of(language)][word]; }

void alert_money(int64_t micros, str currency, struct buf *out) {
    int64_t rest = micros % 1000000;
    int digits = 2;
    for (int64_t unit = 10000; rest % unit != 0; unit /= 10) digits++;
    for (int i = digits; i < 6; i++) rest /= 10;
    buf_printf(out, "%lld.%0*lld %.*s", (long long)(micros / 1000000), digits, (long long)rest, STR_ARG(currency));
}

/* An hour's pay is not told finer than to a hundredth: it is measured. */
static void hour_money(int64_t micros, str currency, struct buf *out) {
    alert_money((micros + 5000) / 10000 * 10000, currency, out);
}

void alert_title(str language, const struct alert_facts *f, struct buf *out) {
    const char *const *s = sentences[language_of(language)];
    if (f->tasks == 1)
        buf_add_text(out, s[TASKS_ONE]);
    else
        buf_printf(out, s[TASKS_MANY], (long long)f->tasks);
    buf_add_str(out, f->project);
}

void alert_until(str language, const struct alert_facts *f, struct buf *out) {
    struct tm then, now;
    int64_t shift = (int64_t)f->utc_offset_minutes * 60;
    time_t at = (time_t)(f->until_usec / 1000000 + shift), today = (time_t)(f->now_usec / 1000000 + shift);
    gmtime_r(&at, &then);
    gmtime_r(&today, &now);
    if (f->until_usec == 0) {
        buf_add_text(out, sentences[language_of(language)][WHILE]);
        return;
    }
    if (then.tm_yday != now.tm_yday || then.tm_year != now.tm_year)
        buf_printf(out, "%02d/%02d ", then.tm_mday, then.tm_mon + 1);
    buf_printf(out, "%02d:%02d", then.tm_hour, then.tm_min);
}

void alert_text(str language, const struct alert_facts *f, struct buf *out) {
    const char *const *s = sentences[language_of(language)];
    CLEANUP(buf_free) struct buf hour = {0};
    CLEANUP(buf_free) struct buf price = {0};
    CLEANUP(buf_free) struct buf until = {0};
    hour_money(f->hour_micros, f->currency, &hour);
    alert_money(f->price_micros, f->currency, &price);
    alert_until(language, f, &until);
    buf_printf(out, s[f->estimated ? HOUR_ABOUT : HOUR], hour.data);
    buf_add_text(out, ", ");
    buf_printf(out, s[PRICE], price.data);
    buf_add_text(out, ", ");
    if (f->until_usec == 0)
        buf_add_str(out, buf_str(&until));
    else
        buf_printf(out, s[f->offer ? HELD : UNTIL], until.data);
    buf_add_char(out, '.');
}
