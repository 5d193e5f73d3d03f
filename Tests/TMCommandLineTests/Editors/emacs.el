;; SPDX-FileCopyrightText: The Drawbridge authors
;; SPDX-License-Identifier: Apache-2.0
;;
;; Works on the web shop in the current folder as a person does, with eglot, and says what is seen.
;; The program is TM_PROGRAM.

(package-initialize)
(require 'cl-lib)
(require 'eglot)
(require 'flymake)
(require 'xref)

(defun say (&rest arguments) (princ (concat (apply #'format arguments) "\n")))

(defun wait (what test)
  (let ((end (+ (float-time) 60)) found)
    (while (and (not (setq found (funcall test))) (< (float-time) end))
      (accept-process-output nil 0.02)
      (flymake-start))
    (unless found
      (say "nothing came: %s" what)
      (kill-emacs 1))
    found))

(define-derived-mode tm-mode prog-mode "tm"
  (setq-local comment-start "// ")
  (setq-local indent-tabs-mode nil))
(add-to-list 'auto-mode-alist '("\\.tm\\'" . tm-mode))
(add-to-list 'eglot-server-programs
             `(tm-mode . (,(getenv "TM_PROGRAM") "lsp")))
(setq eglot-sync-connect 60
      eglot-autoshutdown nil
      eglot-send-changes-idle-time 0
      make-backup-files nil
      auto-save-default nil
      create-lockfiles nil
      inhibit-message t)

;; The person says yes.
(fset 'y-or-n-p (lambda (&rest _) t))

(find-file "flows-shopping.tm")
(apply #'eglot--connect (eglot--guess-contact))
(unless eglot--managed-mode (eglot--managed-mode 1))

;; What a person's pause does: tells the server of changes.
(defun flush ()
  (dolist (buffer (buffer-list))
    (with-current-buffer buffer
      (when (bound-and-true-p eglot--managed-mode)
        (eglot--signal-textDocument/didChange)))))

(defun go (text)
  (goto-char (point-min))
  (search-forward text)
  (goto-char (match-beginning 0)))

(say "FINDINGS")
(wait "findings" #'flymake-diagnostics)
(dolist (found (flymake-diagnostics))
  (say "%d: %s" (line-number-at-pos (flymake-diagnostic-beg found))
       ;; Some versions put source and rule in front.
       (replace-regexp-in-string "\\`tm \\[[a-z-]+\\]: " ""
                                 (flymake-diagnostic-text found))))

(say "COMPLETION")
(go "flow log-in:")
(forward-line 1)
(let ((start (point)))
  (insert "  crosses: \n")
  (backward-char 1)
  (let* ((capf (eglot-completion-at-point))
         (table (nth 2 capf)))
    (dolist (word (all-completions "" table))
      (say "%s" (substring-no-properties word))))
  (delete-region start (progn (forward-line 1) (point)))
  (flush))

(say "HOVER")
(go "edge.shop-address")
(say "%s" (plist-get (plist-get (jsonrpc-request
                                 (eglot--current-server-or-lose) :textDocument/hover
                                 (eglot--TextDocumentPositionParams))
                                :contents)
                     :value))

(say "JUMP")
(let ((flows (current-buffer)))
  (call-interactively #'xref-find-definitions)
  (say "%s:%d" (file-name-nondirectory buffer-file-name) (line-number-at-pos))
  (switch-to-buffer flows))

(say "RENAME")
(go "edge.shop-address")
(eglot-rename "gateway")
(dolist (name '("shop.tm" "controls.tm" "flows-shopping.tm"))
  (with-current-buffer (find-file-noselect name)
    (save-excursion
      (goto-char (point-min))
      (while (re-search-forward "gateway\\|was: edge" nil t)
        (say "%s:%d: %s" name (line-number-at-pos)
             (buffer-substring-no-properties
              (line-beginning-position) (line-end-position)))
        (end-of-line)))))

(flush)
(say "FIX")
(wait "the findings after the rename" #'flymake-diagnostics)
(go "log-in:")
(cl-letf ((last-nonmenu-event t)
          ((symbol-function 'completing-read)
           (lambda (_ choices &rest _)
             (let ((title (cl-find-if (lambda (title) (string-prefix-p "add" title))
                                      (mapcar (lambda (choice)
                                                (if (consp choice) (car choice) choice))
                                              (if (functionp choices)
                                                  (all-completions "" choices)
                                                choices)))))
               (say "%s" title)
               title))))
  (eglot-code-actions (point) (point) "quickfix" t))
(flush)
(wait "no findings" (lambda () (null (flymake-diagnostics))))
(say "%d findings" (length (flymake-diagnostics)))

(say "FORMAT")
(go "  carries: login-data")
(delete-region (point) (line-end-position))
(insert "carries:    login-data")
(let ((line (line-number-at-pos)))
  (flush)
  (eglot-format-buffer)
  (goto-char (point-min))
  (forward-line (1- line))
  (say "%s" (buffer-substring-no-properties
             (line-beginning-position) (line-end-position))))

(eglot-shutdown (eglot-current-server) nil 60)
(say "BYE")
(kill-emacs 0)
