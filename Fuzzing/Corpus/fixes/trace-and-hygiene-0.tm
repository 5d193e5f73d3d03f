model "M"
requirement R1 "Shall sign"
control a "A" { mitigates: tampering } // finds
control b "B" { mitigates: spoofing; status: planned } // finds
control c "C" { mitigates: tampering; status: verified } // finds
control d "D" { mitigates: tampering; satisfies: R1 } // not: a requirement asks for it
control e "E" { mitigates: spoofing; satisfies: R1 } // not: the same one does
control f "F" { satisfies: R1 } // not: what it mitigates plays no part
