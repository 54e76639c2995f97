// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IERC1271} from "@openzeppelin/contracts/interfaces/IERC1271.sol";
import {ECDSA} from "@openzeppelin/contracts/utils/cryptography/ECDSA.sol";

/// @notice An account that is a contract: what its owner signs counts, as long as it does not deny everything.
contract ContractWallet is IERC1271 {
    address public immutable owner;
    bool public denies;

    constructor(address owner_) {
        owner = owner_;
    }

    function deny(bool denies_) external {
        denies = denies_;
    }

    function isValidSignature(bytes32 hash, bytes calldata signature) external view returns (bytes4) {
        (address recovered, , ) = ECDSA.tryRecoverCalldata(hash, signature);
        return !denies && recovered == owner ? IERC1271.isValidSignature.selector : bytes4(0xffffffff);
    }
}
