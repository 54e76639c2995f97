// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";
import {ISeats} from "../../contracts/validators/ISeats.sol";

/// @notice A token as CTT is.
contract CttDouble is ERC20("Trusted Commerce Token", "CTT") {
    function mint(address to, uint256 amount) external {
        _mint(to, amount);
    }
}

/// @notice Stands for the validators: seats of terms and real self-bonds, also of those who have left and whose bond is unbonding.
contract SeatsDouble is ISeats {
    CttDouble public immutable ctt;
    uint32 public currentTerm;
    uint16 public candidateCount;
    /// @dev Whoever may slash.
    address public court;
    mapping(address account => bool was) public wasCourt;
    mapping(uint16 candidateId => address account) public accountOf;
    mapping(uint16 candidateId => uint256 bond) public bondOf;
    mapping(uint16 candidateId => uint256 bond) public unbondingOf;
    mapping(uint32 term => uint16[] candidateIds) private _seats;

    error NotCourt(address caller);

    constructor() {
        ctt = new CttDouble();
    }

    function appointCourt(address court_) external {
        wasCourt[court] = true;
        court = court_;
    }

    function setTerm(uint32 term) external {
        currentTerm = term;
    }

    function add(address account, uint256 bond) external returns (uint16 candidateId) {
        candidateId = ++candidateCount;
        (accountOf[candidateId], bondOf[candidateId]) = (account, bond);
        ctt.mint(address(this), bond);
    }

    function elect(uint32 term, uint16[] calldata candidateIds) external {
        _seats[term] = candidateIds;
    }

    /// @notice The candidate leaves: his bond is unbonding from now on.
    function unbond(uint16 candidateId) external {
        unbondingOf[candidateId] += bondOf[candidateId];
        bondOf[candidateId] = 0;
    }

    function slash(uint16 candidateId, uint256 amount) external returns (uint256 taken) {
        if (msg.sender != court) {
            require(wasCourt[msg.sender], NotCourt(msg.sender));
            return 0;
        }
        uint256 fromBond = amount < bondOf[candidateId] ? amount : bondOf[candidateId];
        uint256 rest = amount - fromBond;
        uint256 fromUnbonding = rest < unbondingOf[candidateId] ? rest : unbondingOf[candidateId];
        bondOf[candidateId] -= fromBond;
        unbondingOf[candidateId] -= fromUnbonding;
        taken = fromBond + fromUnbonding;
        ctt.transfer(msg.sender, taken);
    }

    function seatsOf(uint32 term) external view returns (uint16[] memory) {
        return _seats[term];
    }
}
