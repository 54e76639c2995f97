// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {AccessManaged} from "@openzeppelin/contracts/access/manager/AccessManaged.sol";
import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";
import {ERC20Capped} from "@openzeppelin/contracts/token/ERC20/extensions/ERC20Capped.sol";
import {ERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/ERC20Permit.sol";

/// @notice A wallet of the founders (see {FounderVesting}) and its part of their tenth.
struct Allocation {
    address wallet;
    uint256 amount;
}

/// @title CommuneToken
/// @notice The token that is bonded for finality, 18 decimals, never more than 1,000,000,000. It has no votes: decisions belong to
/// experience power. A tenth goes to the treasury and a tenth to the founders' wallets when it is deployed; contracts that the
/// timelock appoints mint the rest and nobody can mint above the cap.
contract CommuneToken is ERC20Capped, ERC20Permit, AccessManaged {
    uint256 private constant CAP = 1_000_000_000e18;
    /// @notice What the treasury and what the founders receive at the start.
    uint256 public constant INITIAL_SHARE = CAP / 10;
    uint256 private constant MAX_WALLETS = 32;

    /// @notice Contracts that may mint.
    mapping(address account => bool appointed) public isMinter;

    event MinterAppointed(address indexed account, bool appointed);

    error NotMinter(address account);
    /// @notice The founders have more wallets than one transaction should pay.
    error TooManyWallets(uint256 given, uint256 max);
    /// @notice A wallet of the founders is named without an amount.
    error EmptyAllocation(address wallet);
    /// @notice The founders' amounts do not add up to their tenth.
    error FoundersShareMismatch(uint256 given, uint256 expected);

    constructor(
        address authority,
        address treasury,
        Allocation[] memory founders
    )
        ERC20("Trusted Commerce Token", "CTT")
        ERC20Capped(CAP)
        ERC20Permit("Trusted Commerce Token")
        AccessManaged(authority)
    {
        _mint(treasury, INITIAL_SHARE);
        _mintFounders(founders);
    }

    /// @notice Mints inside the cap. Minters only.
    function mint(address to, uint256 amount) external {
        require(isMinter[msg.sender], NotMinter(msg.sender));
        _mint(to, amount);
    }

    /// @notice Lets a contract mint, or stops it.
    function appointMinter(address account, bool appointed) external restricted {
        isMinter[account] = appointed;
        emit MinterAppointed(account, appointed);
    }

    function _update(address from, address to, uint256 value) internal override(ERC20, ERC20Capped) {
        super._update(from, to, value);
    }

    function _mintFounders(Allocation[] memory founders) private {
        require(founders.length <= MAX_WALLETS, TooManyWallets(founders.length, MAX_WALLETS));
        uint256 given;
        for (uint256 i; i < founders.length; ++i) {
            (address wallet, uint256 amount) = (founders[i].wallet, founders[i].amount);
            require(amount > 0, EmptyAllocation(wallet));
            given += amount;
            _mint(wallet, amount);
        }
        require(given == INITIAL_SHARE, FoundersShareMismatch(given, INITIAL_SHARE));
    }
}
